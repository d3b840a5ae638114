/** A command gets its words and answers with the exit code: 0 done, 1 refused or failed, 2 wrong usage. stdout is data only, talk goes to stderr. */
export type Command = { usage: string; run(args: string[]): Promise<number> }
