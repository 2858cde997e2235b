import { describe, expect, it } from 'vitest';
import { renderAdvice, tabulate } from '../../src/report/markdown-parts.ts';
import { emptyMarkup, fillMarkdown } from '../../src/report/markup.ts';

describe('renderAdvice', () => {
  it.each([
    ['Ask `holdout split` for one.', 'Ask <code>holdout split</code> for one.'],
    ['`a` and `b`', '<code>a</code> and <code>b</code>'],
    ['Nothing to run.', 'Nothing to run.'],
    ['`<img src=x>` and ` alone', '<code>&#60;img src=x&#62;</code> and &#96; alone'],
  ])('shows %j as %s', (advice, markdown) =>
    expect(renderAdvice(advice, 100).text.replaceAll('&#32;', ' ')).toBe(markdown),
  );

  it('is cut before it is read', () =>
    expect(renderAdvice(`\`${'x'.repeat(50)}\``, 11).text).toBe('<code>xxxx…xxxx</code>'));
});

describe('tabulate', () => {
  const columns = (['left', 'right', 'center'] as const).map((align) => ({
    title: fillMarkdown`${align}`,
    align,
  }));
  const [a, b] = [fillMarkdown`a`, fillMarkdown`b`];

  it('leaves out a column in which nothing stands', () => {
    expect(tabulate(columns, [[a, emptyMarkup, b]]).text).toBe('| left | center |\n| :-- | :-: |\n| a | b |');
    expect(
      tabulate(columns, [
        [a, emptyMarkup, b],
        [a, b, emptyMarkup],
      ]).text,
    ).toBe('| left | right | center |\n| :-- | --: | :-: |\n| a |  | b |\n| a | b |  |');
  });
});
