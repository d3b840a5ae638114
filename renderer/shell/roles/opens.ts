import { useRouter } from 'vue-router'
import { mayOpen } from '../../rights.ts'

/** Whether the acting role may open a path: no way is shown that leads nowhere. */
export const useOpens = (): ((path: string) => boolean) => {
  const router = useRouter()
  return path => mayOpen(router.resolve(path).meta.right)
}
