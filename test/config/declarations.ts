import type { CheckDeclaration } from '../../src/config/schema.ts';

/** Checks that no one ships: enough of each kind of option to test a config with. */
export const declarations: readonly CheckDeclaration[] = [
  {
    id: 'leakage/subject',
    summary: 'Does a subject stand in two splits?',
    defaultSeverity: 'error',
    options: {},
  },
  {
    id: 'subjects/count',
    summary: 'Are there enough subjects?',
    defaultSeverity: 'warning',
    options: {
      minPerSplit: {
        type: 'integer',
        description: 'Fewest subjects of a split.',
        unit: 'subjects',
        default: 5,
        minimum: 1,
      },
      maxShare: {
        type: 'number',
        description: 'Largest share of one subject.',
        unit: 'share (0–1)',
        default: 0.5,
        minimum: 0,
        maximum: 1,
      },
      strict: { type: 'boolean', description: 'Count unknown ones too.', unit: 'yes or no', default: false },
    },
  },
];
