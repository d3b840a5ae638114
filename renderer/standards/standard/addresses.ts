/** The places a source's `where` names, apart: `https://a.cn/x ; public file` -> both; web addresses whole. */
export const addressesIn = (where: string): string[] => where.split(/\s*;\s*/).map(part => part.trim()).filter(part => part !== '')
