/** For tools that can't read `.vue` files; vue-tsc finds the components' own types first. */
declare module '*.vue' {
  import type { DefineComponent } from 'vue'

  const component: DefineComponent
  export default component
}
