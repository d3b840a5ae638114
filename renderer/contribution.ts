// What a feature may add to the frame, and what the frame gives back. `main.ts` gathers the contributions, `shell` injects them.
import type { Status } from '#shared/standards/standard.ts'
import type { Component, ComputedRef, InjectionKey, Ref } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Outcome } from '#shared/sync/protocol.ts'
import type { Right } from '#shared/sync/rights.ts'
import type { Role } from '#shared/sync/scopes.ts'
import type { HubFiles } from './sync/hub-files.ts'
import type { IconName } from './ui/icons.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** Message key of what stands on the tab until the page names itself. */
    title?: string
    icon?: IconName
    /** The page follows its parameters itself; others are made anew when the path changes. */
    stays?: boolean
    /** Whose page it is, by the rule of its commands; none = everybody's. To anybody else the frame says so in its place, and no way leads there. */
    right?: Right
  }
}

export type { HubFiles }
export type Contribution = {
  routes: RouteRecordRaw[]
  /** Entries of the left rail, for `roles` alone where they are named; `label` is a message key. */
  rail?: { path: string; icon: IconName; label: string; roles?: readonly Role[] }[]
  /** What waits for a person on the home page, asked for once in its setup, and the ways that begin there. */
  queues?: () => Queue[]
  ways?: Way[]
  /** Pages that stand in no rail, among the palette's actions; `label` is a message key, `words` are further ones to find it by. */
  pages?: { path: string; icon: IconName; label: string; words: string }[]
  palette?: PaletteProvider[]
  keys?: KeyBinding[]
  settings?: SettingsSection[]
  /** Small parts at the right of the top bar, such as the day of reading where it isn't today. */
  topBar?: Component[]
  firstStart?: FirstCatalogue
  answers?: AnswerReader[]
  /** What the catalogue knows of an edition on a day; null = it hasn't this number, or there is no catalogue. */
  edition?: (number: string, day: string) => Promise<EditionFacts | null>
  /** What a field is called that has no label of its own, in the row of a conflict; null = no field of ours. */
  fieldText?: (command: string, field: string, held: object) => string | null
  /** What a field's value is to a person where it is more than a text, for a conflict over it; null = no field of ours. */
  valueText?: (command: string, field: string, value: unknown) => string | null
  /** Other times for a booking that lost its own, on any page; props: `id`, emits `moved` and `stayed`. */
  lostSlot?: Component
  /** A tab was closed for good; what is kept under its id may go. */
  forgetTab?: (tabId: string) => void
  /** Called once this computer's hub is known; never where there is none. */
  atHub?: (hub: HubFiles) => void
  messages: Messages
}

/**
 * Things to do, followed while the home page stands; null = not read yet. `path` leads to all of them, `rows` are the first few.
 * `order` places it among those of other features; `label` is a message key.
 */
export type Queue = { id: string; icon: IconName; label: string; order: number; tone?: 'bad' | 'warn'; roles?: readonly Role[]; found: Readonly<Ref<Queued | null>> }
export type Queued = { n: number; path: string; rows: { id: string; title: string; hint: string; path: string }[] }
export type Way = { path: string; icon: IconName; label: string; roles?: readonly Role[] }

/** `newer`: the edition in force that has taken its place, with the day from which it holds; both null where none has. `path`: its page. `catalogue`: the date of what says so. */
export type EditionFacts = { status: Status; newer: string | null; from: string | null; path: string; catalogue: string }

/** What the hub's answer to commands of one's own means where it did not simply apply them: waitlisted, in conflict, rejected. */
export type AnswerReader = { commands: readonly string[]; read: (asked: { name: string; args: unknown }, outcome: Outcome) => Promise<Answer> }
/** `title`: what it was about; `text`: what became of it. What can be done stands at `path`, and in `card` where a choice is to be made on the spot. */
export type Answer = { title: string; text: string; path?: string; card?: { component: Component; props: Record<string, unknown> } }

/** Labels under one namespace of the feature; both languages have the same keys. */
export type Messages = { zh: MessageTree; en: MessageTree }
export type MessageTree = { [key: string]: string | MessageTree }

/** One group of the palette. `search` gets the trimmed text (may be empty) and answers with all it has; the palette shows three. */
export type PaletteProvider = { group: string; icon: IconName; search: (text: string) => Promise<{ total: number; rows: PaletteRow[] }> | { total: number; rows: PaletteRow[] } }
export type PaletteRow = {
  id: string
  icon?: IconName
  title: string
  /** The title is a number or name of its own and stands out. */
  strong?: boolean
  /** Only a way on, whatever the text: it stands last and doesn't count as found. */
  anyText?: boolean
  /** Muted text beside the title. */
  hint?: string
  /** Ranges to mark, half open, in UTF-16 units. */
  titleMarks?: [number, number][]
  hintMarks?: [number, number][]
  /** Rendered at the right, such as a status badge. */
  badge?: { component: Component; props: Record<string, unknown> }
  keys?: string
  path?: string
  run?: () => void
}

/**
 * A key of the key sheet and, where `run` stands, a key that the frame answers (never while an input method composes).
 * `where` is a message key naming the place, `<where>Hint` (if there is one) says when it holds; `pressed` has the alternatives, each like
 * `Ctrl+Shift+N`, side by side as `ArrowUp ArrowDown`, a range as `Ctrl+1..9`; `browser: false` = browsers keep it for themselves; `always` = also over a dialog.
 */
export type KeyBinding = { id: string; where: string; pressed: string[]; label: string; browser?: false; always?: true; run?: (pressed: string) => void }

/** A section of the settings page; `value` is the present value in one short line. */
export type SettingsSection = { id: string; icon: IconName; label: string; order: number; value: ComputedRef<string>; component: Component; words?: string }

/**
 * How the first start gets a catalogue. `takeFiles` hands picked files to the page at `importPath`, which is opened next.
 * A failed `installStarter` rejects with an error that has the problem's `code` and, as its message, the sentence to show.
 */
export type FirstCatalogue = {
  starterRows: number
  installStarter(progress: (done: number, total: number) => void): Promise<{ records: number; date: string; current?: number; sources?: number }>
  importPath: string
  takeFiles?(files: File[]): void
}
export const contributionsKey: InjectionKey<Contribution[]> = Symbol('contributions')

/** What a page may ask of the frame around it. */
export type Frame = {
  /** The tab in which the page stands; state of a page is kept under it. Read it once, in setup. */
  tabId: ComputedRef<string>
  /** What stands in the title bar and on papers; '' until it was chosen. */
  complexName: ComputedRef<string>
  /** Name and icon of the present tab. */
  setTab(title: string, icon: IconName): void
  openTab(path: string): void
  /** A short message with an optional undo; also said to screen readers. */
  toast(message: Toast): void
  /** Shows where an https link leads before it is opened. */
  followLink(url: string): void
  openPalette(): void
  /** Who changed a record, in a drawer beside the page. */
  showHistory(record: RecordName): void
}
/** `title`: what a person knows it by. */
export type RecordName = { table: 'bookings' | 'companies'; complex: string; id: string; title: string }
export type Toast = { text: string; kind?: 'info' | 'error'; action?: { label: string; run: () => void } }
export const frameKey: InjectionKey<Frame> = Symbol('frame')
