import {
  maxChangesListed,
  type Change,
  type ClassPixels,
  type FindingChanges,
  type Listed,
  type MentionedFinding,
  type Move,
  type PlacedSample,
  type PolicyChange,
  type PolicySetting,
  type Reassignment,
  type Relabelling,
  type SampleChanges,
  type SeverityCounts,
} from '../model/change.ts';
import { reportBounds } from '../model/report.ts';
import { describeObject, type JsonSchema } from './object-schema.ts';
import {
  choice,
  count,
  datasetCounts,
  list,
  name,
  path,
  sentence,
  severity,
  verdictLevel,
} from './schema-parts.ts';

const maxNotes = 20;

function listed(description: string, items: JsonSchema): JsonSchema {
  return describeObject<Listed<unknown>>(description, {
    required: {
      items: list('The first of them.', items, maxChangesListed),
      total: count('How many there are, those that `items` leaves out included.'),
    },
    optional: {},
  });
}

const splitNames = list('Names of splits, sorted.', name('A split.'), reportBounds.names);
const sample = path('Path of the image.');

const placedSample = describeObject<PlacedSample>('A sample with its splits.', {
  required: { sample, splits: splitNames },
  optional: {},
});

const move = { required: { before: splitNames, after: splitNames }, optional: {} };

const relabelling = describeObject<Relabelling>('A label that says something else than before.', {
  required: { sample },
  optional: {
    before: sentence('What it said.'),
    after: sentence('What it says.'),
    pixels: list(
      'Classes of a mask whose pixels have changed in number.',
      describeObject<ClassPixels>('Pixels of a class.', {
        required: {
          name: name('The class.'),
          before: count('Pixels before.'),
          after: count('Pixels after.'),
        },
        optional: {},
      }),
      reportBounds.names,
    ),
    maskPixels: describeObject<NonNullable<Relabelling['maskPixels']>>('All pixels of these masks.', {
      required: { before: count('Pixels before.'), after: count('Pixels after.') },
      optional: {},
    }),
  },
});

const samples = describeObject<SampleChanges>('What has become of the samples.', {
  required: {
    added: listed('Samples that the base does not have.', placedSample),
    removed: listed('Samples that only the base has.', placedSample),
    renamed: listed(
      'Files under another path.',
      describeObject<SampleChanges['renamed']['items'][number]>('A renamed image.', {
        required: { sample, from: path('Its path before.') },
        optional: {},
      }),
    ),
    replaced: listed('Paths with another file.', placedSample),
    relabelled: listed('Samples with another label.', relabelling),
    reassigned: listed(
      'Samples of another subject.',
      describeObject<Reassignment>('A sample that is said to show another subject.', {
        required: { sample },
        optional: {
          before: path('Id of the subject before; absent where it was not known.'),
          after: path('Id of the subject now; absent where it is not known.'),
        },
      }),
    ),
    moved: listed(
      'Samples in other splits.',
      describeObject<SampleChanges['moved']['items'][number]>('A sample in other splits.', {
        required: { sample, ...move.required },
        optional: {},
      }),
    ),
    movedSubjects: listed(
      'Subjects in other splits, from train to test first.',
      describeObject<Move & { readonly subject: string }>('A subject in other splits.', {
        required: { subject: path('Id of the subject.'), ...move.required },
        optional: {},
      }),
    ),
    trainToTest: count('Subjects that were in train and are in test.'),
  },
  optional: {},
});

const severityCounts = describeObject<SeverityCounts>('Findings by severity.', {
  required: { error: count('Errors.'), warning: count('Warnings.'), info: count('Notes.') },
  optional: {},
});

const mentioned = {
  required: {
    check: name('Id of the check.'),
    key: path('Stable name of what is wrong within the check.'),
    messageId: name('Which of the check’s messages this is.'),
    message: sentence('What is wrong.'),
    severity,
  },
  optional: {},
};
const mentionedFinding = describeObject<MentionedFinding>('One thing wrong.', mentioned);

const findings = describeObject<FindingChanges>(
  'Findings that no waiver covers, against those of the base.',
  {
    required: {
      new: severityCounts,
      unchanged: severityCounts,
      fixed: severityCounts,
      fixedFindings: listed('Findings that only the base has, the gravest first.', mentionedFinding),
    },
    optional: {},
  },
);

const policy = describeObject<PolicyChange>('What the config would judge otherwise than that of the base.', {
  required: {
    settings: listed(
      'Settings that differ.',
      describeObject<PolicySetting>('A setting.', {
        required: { name: path('Its name.') },
        optional: {
          before: sentence('In the base: a text as it stands, anything else as compact JSON.'),
          after: sentence('In the change.'),
        },
      }),
    ),
    verdict: verdictLevel,
    appearing: listed('Findings that it would add.', mentionedFinding),
    vanishing: listed('Findings that it would take away.', mentionedFinding),
    regraded: listed(
      'Findings that it would give another severity.',
      describeObject<PolicyChange['regraded']['items'][number]>('One thing wrong.', {
        required: { ...mentioned.required, wouldBe: severity },
        optional: {},
      }),
    ),
  },
  optional: {},
});

/** What a change, such as a pull request, makes of a dataset. */
export const changeSchema = describeObject<Change>('What a change makes of the dataset.', {
  required: {
    notes: list('What could not be compared or is judged otherwise.', sentence('A sentence.'), maxNotes),
  },
  optional: {
    baseSha: {
      description: 'The commit that the dataset is compared with.',
      type: 'string',
      pattern: '^(?:[0-9a-f]{40}|[0-9a-f]{64})$',
    },
    before: describeObject<NonNullable<Change['before']>>('The dataset as the base has it.', {
      required: { counts: datasetCounts },
      optional: { verdict: choice('Its verdict.', ['supported', 'limited', 'unsupported']) },
    }),
    samples,
    findings,
    policy,
  },
});
