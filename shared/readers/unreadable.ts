import type { ReadProblem } from './file.ts'

/** Carries a problem out of nested generators to the edge of the readers, which hands it on as a result; never leaves this folder. */
export class Unreadable extends Error {
  readonly problem: ReadProblem
  constructor(problem: ReadProblem) {
    super(problem.code)
    this.problem = problem
  }
}
