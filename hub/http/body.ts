import type { FastifyInstance } from 'fastify'

/** JSON is the only body. What is nested deeper than any message of ours is refused before something walks it and runs out of stack. */
export const takeJsonOnly = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers()
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (isTooDeep(body as string)) done(Object.assign(new Error('nested too deep'), { statusCode: 400 }))
    else void parse(request, body as string, done)
  })
}

const DEEPEST = 64

const isTooDeep = (json: string): boolean => {
  let depth = 0
  let quoted = false
  for (let at = 0; at < json.length; at++) {
    const char = json[at]
    if (quoted) {
      if (char === '\\') at++
      else if (char === '"') quoted = false
    } else if (char === '"') quoted = true
    else if (char === '[' || char === '{') {
      if (++depth > DEEPEST) return true
    } else if (char === ']' || char === '}') depth--
  }
  return false
}
