import { computed } from 'vue'
import { isOf } from '../../rights.ts'

/** Message key of what the home page is called: a company's user has business here, others work. */
export const homeLabel = computed(() => (isOf(['company']) ? 'home.own' : 'home.title'))
