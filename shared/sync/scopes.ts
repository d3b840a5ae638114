// Audiences of rows and what a person may see.

/** An audience with one change counter: `company:<complex>/<id>`, `complex:<id>`, `user:<id>`, `public:<complex>`. */
export type Scope = `${'complex' | 'user' | 'public'}:${string}` | `company:${string}/${string}`

/** Front desk, lab, trainer and admin are the staff of a complex. `hub` is the hub's own client and belongs to no person. */
export type Role = 'front' | 'lab' | 'trainer' | 'admin' | 'company' | 'hub'

/** `company` names whose orders a company's user sees; null for staff. */
export type Membership = { complex: string; role: Role; company: string | null }

/** What a user may do, read in the transaction that uses it. */
export type Access = { user: string; memberships: readonly Membership[] }

export const scope = (kind: 'complex' | 'user' | 'public', id: string): Scope => `${kind}:${id}`

/** Ids of companies are made on desks: one that another complex uses too must not open a company's audience to it. */
export const companyScope = (complex: string, company: string): Scope => `company:${complex}/${company}`

/** Scopes that a user may pull, sorted. */
export const scopesOf = ({ user, memberships }: Access): Scope[] => {
  const found = new Set<Scope>([scope('user', user)])
  for (const { complex, role, company } of memberships) {
    found.add(scope('public', complex))
    if (role !== 'company') found.add(scope('complex', complex))
    else if (company !== null) found.add(companyScope(complex, company))
  }
  return [...found].sort()
}

/** The person's memberships in one complex. */
export const within = ({ memberships }: Access, complex: string): Membership[] => memberships.filter(one => one.complex === complex)

export const isStaff = ({ role }: Membership): boolean => role !== 'company'
