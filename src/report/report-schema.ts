import {
  maxFindingsPerCheck,
  maxSamplesPerFinding,
  reportBounds,
  reportSchemaVersion,
} from '../model/report.ts';
import type {
  AcceptedFinding,
  Chart,
  CheckReport,
  DatasetSummary,
  Finding,
  Report,
  Verdict,
  VerdictReason,
} from '../model/report.ts';
import type { SourceLocation } from '../model/sample.ts';
import { changeSchema } from './change-schema.ts';
import { describeObject } from './object-schema.ts';
import type { JsonSchema } from './object-schema.ts';
import {
  choice,
  count,
  datasetCounts,
  json,
  jsonObject,
  list,
  name,
  path,
  sentence,
  severity,
  verdictLevel,
} from './schema-parts.ts';

const dataset = describeObject<DatasetSummary>('The dataset that was judged.', {
  required: {
    name: name('The name that the config gives the dataset.'),
    configFile: path('The config, relative to the dataset’s directory, with `/`.'),
    counts: datasetCounts,
  },
  optional: {
    description: sentence('What the config says about the dataset.'),
    targetDomain: name('The domain that the model will meet in use.'),
  },
});

const verdict = describeObject<Verdict>('Whether the dataset can support the task.', {
  required: {
    level: verdictLevel,
    reasons: list(
      'One sentence each, the gravest first.',
      describeObject<VerdictReason>('Why the answer is not better.', {
        required: {
          level: choice('How far this reason alone lowers the answer.', ['limited', 'unsupported']),
          check: name('Id of the check whose measurement or findings give the reason.'),
          text: sentence('The reason in one sentence.'),
        },
        optional: { lift: sentence('What would lift the reason.') },
      }),
      reportBounds.reasons,
    ),
  },
  optional: { whenToStop: sentence('When to stop tuning a model on the dataset.') },
});

const location = describeObject<SourceLocation>(
  'Where the finding is declared, such as a row of a manifest.',
  {
    required: {
      file: {
        ...path('Relative to the dataset’s directory, with `/`.'),
        minLength: 1,
        pattern: '^[^/]',
      },
    },
    optional: {
      line: { description: 'From 1.', type: 'integer', minimum: 1 },
      column: { description: 'From 1.', type: 'integer', minimum: 1 },
    },
  },
);

const findingProperties = {
  required: {
    key: path('Stable name of what is wrong within the check; waivers refer to it.'),
    messageId: name('Which of the check’s messages this is.'),
    message: sentence('What is wrong.'),
    fix: sentence('What to do about it.'),
    severity,
    samples: list('Ids of samples concerned.', path('Path of the image.'), maxSamplesPerFinding),
    samplesTotal: count('Samples concerned, those that `samples` leaves out included.'),
    subjects: list('Subjects concerned.', path('Id of the subject.'), reportBounds.values),
    evidence: jsonObject('What shows that it is so.'),
  },
  optional: {
    location,
    standing: choice('Whether the base has the finding, too.', ['new', 'unchanged']),
  },
};

const finding = describeObject<Finding>('One thing wrong.', findingProperties);

const acceptedFinding = describeObject<AcceptedFinding>('One thing wrong that the config accepts.', {
  required: {
    ...findingProperties.required,
    accepted: describeObject<AcceptedFinding['accepted']>('The waiver that covers it.', {
      required: { reason: sentence('Why it is accepted.') },
      optional: { until: name('The last day that the waiver holds, `YYYY-MM-DD`.') },
    }),
  },
  optional: findingProperties.optional,
});

const check = describeObject<CheckReport>('What became of one check.', {
  required: {
    id: { ...name('`topic/name`.'), minLength: 1 },
    question: sentence('What the check asks.'),
    status: choice('How it ended; `errored` is a crash.', ['passed', 'failed', 'skipped', 'errored']),
    severity,
    summary: sentence('The result, or why there is none, in one line.'),
    coverage: describeObject<CheckReport['coverage']>('How much could be judged.', {
      required: {
        evaluated: count('Samples, pairs or files (the check’s page says which) that were judged.'),
        unavailable: count('Those that could not be judged.'),
      },
      optional: {},
    }),
    measurements: jsonObject('What was found out, also when all is well.'),
    findings: list('Sorted by key; what is cut is counted in `findingsTotal`.', finding, maxFindingsPerCheck),
    findingsTotal: count('All findings, those that `findings` leaves out included.'),
    accepted: list(
      'Findings that a waiver covers; they decide nothing.',
      acceptedFinding,
      maxFindingsPerCheck,
    ),
  },
  optional: {},
});

const chart = describeObject<Chart>('A picture of measurements.', {
  required: {
    id: name('Unique among the charts.'),
    check: name('Id of the check whose measurements it shows.'),
    title: sentence('What it says.'),
    subtitle: sentence('What was counted and how many.'),
    alternative: sentence('What it shows, in words.'),
    kind: name('How it is drawn.'),
    data: json('The numbers.'),
    spec: json('Vega-Lite with the numbers, for notebooks.'),
  },
  optional: {},
});

/** JSON Schema (draft-07) of `report.json`. Strict: what it does not name is refused. */
export const reportSchema: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'holdout report',
  ...describeObject<Report>(
    'What holdout found out about a dataset; all that is shown is rendered from it.',
    {
      required: {
        schemaVersion: {
          description: 'Version of this format.',
          type: 'integer',
          const: reportSchemaVersion,
        },
        tool: describeObject<Report['tool']>('What made the report.', {
          required: {
            name: { description: 'Always `holdout`.', type: 'string', const: 'holdout' },
            version: name('Version of holdout.'),
          },
          optional: {},
        }),
        dataset,
        verdict,
        checks: list('Sorted by severity (errors first), then by id.', check, reportBounds.checks),
        charts: list('Pictures of measurements.', chart, reportBounds.charts),
      },
      optional: { change: changeSchema },
    },
  ),
  definitions: {
    json: {
      description: 'Any value of JSON.',
      anyOf: [
        { type: 'string', maxLength: reportBounds.textLength },
        { type: 'number' },
        { type: 'boolean' },
        { type: 'null' },
        { type: 'array', items: { $ref: '#/definitions/json' }, maxItems: reportBounds.values },
        { $ref: '#/definitions/jsonObject' },
      ],
    },
    jsonObject: {
      description: 'An object of any values.',
      type: 'object',
      propertyNames: { maxLength: reportBounds.pathLength },
      maxProperties: reportBounds.values,
      additionalProperties: { $ref: '#/definitions/json' },
    },
  },
};
