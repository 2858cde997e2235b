import type { Chart } from '../model/report.ts';
import { toSpec } from './chart-spec.ts';
import { drawCurves, drawScores, drawSubjectScores } from './baseline.ts';
import { drawClassBalance } from './class-balance.ts';
import { drawComposition } from './composition.ts';
import type { Measured } from './measured.ts';
import { drawSamplesPerSubject } from './samples-per-subject.ts';
import { drawEffects, drawIntensities, drawMap } from './shift.ts';
import { drawSubjectsBySplit } from './subjects-by-split.ts';

const drawings = [
  drawComposition,
  drawSamplesPerSubject,
  drawSubjectsBySplit,
  drawClassBalance,
  drawIntensities,
  drawEffects,
  drawMap,
  drawScores,
  drawSubjectScores,
  drawCurves,
];

/** The charts of what was measured, in the order in which a reader needs them; those without numbers are left out. */
export function listCharts(measured: Measured): Chart[] {
  return drawings.flatMap((draw): Chart[] => {
    const drawing = draw(measured);
    const spec = drawing && toSpec(drawing);
    return drawing && spec ? [{ ...drawing, spec }] : [];
  });
}
