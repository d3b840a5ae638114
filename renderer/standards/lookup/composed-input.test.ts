// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { ref } from 'vue'
import { useComposedInput } from './composed-input.ts'

const field = () => {
  const input = document.createElement('input')
  const text = ref('')
  const taken: string[] = []
  const composed = useComposedInput(ref(input), text, value => {
    taken.push(value)
    text.value = value
  })
  for (const [name, listener] of Object.entries(composed)) input.addEventListener(name, listener as EventListener)
  const fire = (name: string, data = '', value?: string) => {
    if (value !== undefined) input.value = value
    const event = name === 'input' ? new Event('input') : Object.assign(new Event(name), { data })
    input.dispatchEvent(event)
  }
  return { input, text, taken, fire }
}

/** What Chromium sends while a pinyin method spells and chooses: update, then input, for each key. */
const spell = (fire: ReturnType<typeof field>['fire'], before: string, steps: string[]) => {
  fire('compositionstart')
  for (const step of steps) {
    fire('compositionupdate', step)
    fire('input', step, before + step)
  }
}

describe('useComposedInput', () => {
  it('takes plain keys at once', () => {
    const { taken, fire } = field()
    fire('input', '', 'g')
    fire('input', '', 'gb')
    expect(taken).toEqual(['g', 'gb'])
  })

  it('takes a spelled word once, when it is chosen', () => {
    const { taken, fire, input } = field()
    spell(fire, '', ['j', 'ji', 'jia', "jia'q", "jia'quan", '甲醛'])
    fire('compositionend', '甲醛', '甲醛')
    expect(new Set(taken)).toEqual(new Set(['甲醛']))
    expect(input.value).toBe('甲醛')
  })

  it('appends to what stood before without losing or doubling it', () => {
    const { taken, fire, text } = field()
    fire('input', '', 'GB ')
    spell(fire, 'GB ', ['f', 'fang', '纺'])
    fire('compositionend', '纺', 'GB 纺')
    fire('input', '', 'GB 纺')
    fire('input', '', 'GB 纺1')
    expect(text.value).toBe('GB 纺1')
    expect(taken.filter((value, at) => taken[at - 1] !== value)).toEqual(['GB ', 'GB 纺', 'GB 纺1'])
  })

  it('takes nothing of a composition that is given up', () => {
    const { taken, fire } = field()
    spell(fire, '', ['j', 'ji'])
    fire('compositionend', '', '')
    expect(taken).toEqual([''])
  })

  it('does not write into the field while something composes', () => {
    const { input, text, fire } = field()
    spell(fire, '', ['j'])
    text.value = '从别处来'
    expect(input.value).toBe('j')
    fire('compositionend', '机', '机')
    expect(text.value).toBe('机')
  })

  it('writes a text that came from elsewhere', () => {
    const { input, text } = field()
    text.value = '甲醛'
    expect(input.value).toBe('甲醛')
  })
})
