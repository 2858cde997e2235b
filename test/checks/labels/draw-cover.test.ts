import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CoverDraw, type Candidate } from '../../../src/checks/labels/draw-cover.ts';

function draw(candidates: readonly Candidate[], count: number, seed = 1): string[] {
  const cover = new CoverDraw(candidates, seed);
  return Array.from({ length: count }, () => cover.next()?.id ?? 'none');
}

const names = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 4 });
const drawCandidates = fc
  .array(fc.tuple(names, names), { minLength: 1, maxLength: 9 })
  .map((all) => all.map((shows, index): Candidate => ({ id: `s${index}`, shows })));

function countShown(candidates: readonly Candidate[], ids: readonly string[]): number {
  const drawn = candidates.filter(({ id }) => ids.includes(id));
  return new Set(drawn.flatMap(({ shows }) => shows[0] ?? [])).size;
}

/** The most names of the first kind that any `count` of the candidates show. */
function showMost(candidates: readonly Candidate[], count: number, from = 0): number {
  const walk = (chosen: readonly string[], next: number): number => {
    if (chosen.length === count || next === candidates.length) return countShown(candidates, chosen);
    const with_ = walk([...chosen, candidates[next]?.id ?? ''], next + 1);
    return Math.max(with_, walk(chosen, next + 1));
  };
  return walk([], from);
}

describe('CoverDraw', () => {
  it('shows nearly as much as any choice of as many could', () => {
    fc.assert(
      fc.property(drawCandidates, fc.integer({ min: 1, max: 5 }), fc.nat(), (candidates, count, seed) => {
        const shown = countShown(candidates, draw(candidates, count, seed));
        const best = showMost(candidates, count);
        expect(shown).toBeLessThanOrEqual(best);
        expect(shown).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best);
        if (count === 1) expect(shown).toBe(best);
      }),
    );
  });

  it('shows everything before it begins again', () => {
    fc.assert(
      fc.property(drawCandidates, fc.nat(), (candidates, seed) => {
        const all = new Set(candidates.flatMap(({ shows }) => shows[0] ?? []));
        const order = draw(candidates, candidates.length, seed);
        let shown = 0;
        for (let count = 1; count <= order.length && shown < all.size; count++) {
          const before = shown;
          shown = countShown(candidates, order.slice(0, count));
          expect(shown).toBeGreaterThan(before);
        }
        expect(shown).toBe(all.size);
      }),
    );
  });

  it('draws each candidate once, whatever their order, and another order for another seed', () => {
    const candidates = Array.from({ length: 40 }, (_, index): Candidate => ({
      id: `s${index}`,
      shows: [['a']],
    }));
    const order = draw(candidates, 41);
    expect(order.at(-1)).toBe('none');
    expect(new Set(order.slice(0, 40)).size).toBe(40);
    expect(draw([...candidates].reverse(), 41)).toEqual(order);
    expect(draw(candidates, 41, 2)).not.toEqual(order);
  });

  it('takes the weightier kind first, then what the next kind has that is new', () => {
    const candidates = [
      { id: 'first', shows: [['x', 'y'], ['p1']] },
      { id: 'same', shows: [['x'], ['p1']] },
      { id: 'other subject', shows: [['x'], ['p2']] },
      { id: 'rare', shows: [['z'], ['p1']] },
    ];
    expect(draw(candidates, 4)).toEqual(['first', 'rare', 'other subject', 'same']);
  });

  it('begins again when everything has been shown', () => {
    const candidates = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'].map((id) => ({ id, shows: [[id.slice(0, 1)]] }));
    for (let seed = 0; seed < 20; seed++) {
      const order = draw(candidates, 6, seed).map((id) => id.slice(0, 1));
      for (const round of [order.slice(0, 2), order.slice(2, 4), order.slice(4)])
        expect(round.sort()).toEqual(['a', 'b']);
    }
  });

  it('chooses among some alone, without forgetting what has been shown', () => {
    const cover = new CoverDraw(
      [
        { id: 'a1', shows: [['a']] },
        { id: 'a2', shows: [['a']] },
        { id: 'b', shows: [['b']] },
      ],
      1,
    );
    const isA = ({ id }: Candidate) => id.startsWith('a');
    expect([cover.next(isA)?.id, cover.next(isA)?.id].sort()).toEqual(['a1', 'a2']);
    expect(cover.next(isA)).toBeUndefined();
    expect(cover.next()?.id).toBe('b');
  });
});
