// Reads lists of companies beside the page.
import type { Listed } from '#shared/companies/import/fields.ts'
import { readCompanies } from '#shared/companies/import/read.ts'
import type { Mapping } from '#shared/readers/mapping.ts'
import { answerLists } from '../../lists/worker.ts'

answerLists<Mapping<Listed>>(readCompanies)
