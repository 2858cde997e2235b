import { defineCheck } from '../../model/check.ts';

export const identified = defineCheck({
  id: 'subjects/identified',
  summary: 'Is the subject of every sample known?',
  description: `A sample whose subject is unknown cannot be shown to stand in one split only: leakage by subject is
judged on the others alone.

Coverage counts samples: those whose subject is known, and the others.`,
  defaultSeverity: 'warning',
  needs: [],
  options: {},
  messages: {
    none: {
      text: 'no sample names its subject, so leakage by subject cannot be judged',
      fix: 'Declare `samples.columns.subject`, or `samples.subject.pattern` where the path holds it.',
    },
    some: {
      text: '{unknown} of {samples|sample|samples} have no known subject',
      fix: 'Fill in the subject in the manifest, or widen `samples.subject.pattern`.',
    },
    all: { text: 'the subject of every sample is known' },
    'no-samples': { text: 'the dataset holds no sample' },
  },
  run({ samples }) {
    if (samples.length === 0) return { skipped: { messageId: 'no-samples', data: {} } };
    const unknown = samples.filter((sample) => sample.subject === undefined);
    const data = { unknown: unknown.length, samples: samples.length };
    const messageId = unknown.length === samples.length ? 'none' : 'some';
    const location = unknown.find((sample) => sample.location)?.location;
    return {
      coverage: { evaluated: samples.length - unknown.length, unavailable: unknown.length },
      measurements: { unknown: unknown.length },
      findings:
        unknown.length === 0
          ? []
          : [
              {
                key: 'unknown',
                messageId,
                data,
                samples: unknown.map((sample) => sample.id),
                ...(location && messageId === 'some' && { location }),
                evidence: data,
              },
            ],
      summary: { messageId: unknown.length === 0 ? 'all' : messageId, data },
    };
  },
});
