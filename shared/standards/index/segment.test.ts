import { describe, expect, it } from 'vitest'
import { openCold } from './cold.ts'
import { FORMAT, openSegment, writeSegment } from './segment.ts'

const whole = writeSegment('hot', 'b1', { a: 1 }, { small: Uint8Array.of(1, 2, 3), wide: Uint32Array.of(7, 0xffffffff), none: new Uint16Array(0) })

describe('a segment', () => {
  it('gives its sections back as views, aligned', () => {
    const opened = openSegment(whole, 'hot')
    if (!opened.ok) throw new Error(opened.problem.code)
    const { value } = opened
    expect([value.build, value.facts, [...value.bytes('small')], [...value.u32('wide')], value.u16('none').length]).toEqual(['b1', { a: 1 }, [1, 2, 3], [7, 0xffffffff], 0])
    expect(value.u32('wide').buffer).toBe(whole)
    expect(value.u32('wide').byteOffset % 8).toBe(0)
    expect(() => value.bytes('later')).toThrow()
  })

  it.each([0, 7, 19, 20, 60, whole.byteLength - 1])('cut off after %i bytes is damaged', length => {
    expect(openSegment(whole.slice(0, length), 'hot')).toMatchObject({ ok: false, problem: { code: 'CAT-damaged', part: 'hot' } })
  })

  it('with other bytes in front is none', () => {
    expect(openSegment(new TextEncoder().encode('PK\x03\x04 something else, long enough').buffer, 'hot')).toMatchObject({ ok: false, problem: { code: 'CAT-damaged', why: 'not-a-segment' } })
  })

  it('with a broken header is damaged', () => {
    const broken = whole.slice(0)
    new Uint8Array(broken).fill(0xff, 20, 24)
    expect(openSegment(broken, 'hot')).toMatchObject({ ok: false, problem: { code: 'CAT-damaged', why: 'header' } })
  })

  it('of a newer format says so', () => {
    const newer = whole.slice(0)
    new Uint32Array(newer, 8, 1)[0] = FORMAT + 1
    expect(openSegment(newer, 'hot')).toEqual({ ok: false, problem: { code: 'CAT-newer', version: FORMAT + 1, known: FORMAT } })
  })

  it('of another part or another build is refused', () => {
    expect(openSegment(whole, 'cold')).toMatchObject({ ok: false, problem: { code: 'CAT-damaged', why: 'not-a-segment' } })
    expect(openCold(writeSegment('cold', 'b2', {}, { at: new Uint32Array(1), rows: new Uint8Array(0) }), 'b1')).toMatchObject({ ok: false, problem: { code: 'CAT-damaged', part: 'cold', why: 'other-build' } })
  })
})
