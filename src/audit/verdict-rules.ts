import type { VerdictReason } from '../model/report.ts';

/**
 * What findings of a check say about the whole dataset. Texts are filled with the data of the finding, with `count` (the
 * findings that the rule is about) and `all` (what the check could judge). They name no file: the verdict stands in
 * reports that hide those, too.
 */
export interface VerdictRule {
  readonly check: string;
  /** The findings that the rule is about, by their message. */
  readonly messageIds: readonly string[];
  readonly level: VerdictReason['level'];
  /** The findings must be at least this share of what the check could judge, 0–1; any number where it is not said. */
  readonly minShare?: number;
  /** The sentence for a single finding, filled with its data. */
  readonly one: string;
  /** The sentence for several; `one` with the first finding's data where there is none. */
  readonly many?: string;
  /** What would lift the reason, for a single finding. */
  readonly lift: string;
  /** What would lift it, for several; `lift` with the first finding's data where there is none. */
  readonly liftMany?: string;
  /** Why the rule is there, with its source where it has one; for docs/verdict.md. */
  readonly why: string;
}

/** A check without whose answer no dataset is called supported. */
export interface EvidenceRule {
  readonly check: string;
  /** Filled with `reason`: why the check has no answer. */
  readonly text: string;
  readonly lift: string;
  /** Checks whose own reasons say it already. */
  readonly unless: readonly string[];
  readonly why: string;
}

const optimism =
  'A model remembers what it was trained on. Scores that leakage made too good were found in at least 294 papers of 17 fields (Kapoor and Narayanan 2023, doi:10.1016/j.patter.2023.100804).';
const mostMasks = 0.5;
const brokenMasks =
  'Where half of the masks or more are read as something else than was drawn, the model learns something else.';

/**
 * The rules of the verdict, the weightiest first. `unsupported`: a model trained on the dataset as it stands
 * cannot be shown to work. `limited`: it can, but what was found bounds what its score means. A check that fails
 * at error severity without a rule of its own limits, too; warnings without a rule do not count.
 */
export const verdictRules: readonly VerdictRule[] = [
  {
    check: 'leakage/subject',
    messageIds: ['leak'],
    level: 'unsupported',
    one: 'Subject {subject} stands in {splits}: scores on the test set would be too good.',
    many: '{count} subjects stand in more than one split: scores on the test set would be too good.',
    lift: 'Move subject {subject} out of {fewest}.',
    liftMany: 'Put each of them into one split; `holdout split` proposes how, moving as little as it can.',
    why: optimism,
  },
  {
    check: 'leakage/subject',
    messageIds: ['joined'],
    level: 'unsupported',
    one: 'Pictures tie subjects {ids} together across splits: scores on the test set would be too good.',
    many: 'Pictures tie {count} sets of subjects together across splits: scores on the test set would be too good.',
    lift: 'Find out whose pictures these are, and give the subjects one id and one split.',
    why: 'Two ids of one subject leak as one id does.',
  },
  {
    check: 'leakage/near-duplicate',
    messageIds: ['copy'],
    level: 'unsupported',
    one: 'One picture, saved again, stands in more than one split: scores on the test set would be too good.',
    many: '{count} pictures, saved again, stand in more than one split: scores on the test set would be too good.',
    lift: 'Keep the picture in one split; `holdout split` keeps copies together.',
    liftMany: 'Keep each of them in one split; `holdout split` keeps copies together.',
    why: optimism,
  },
  {
    check: 'leakage/group',
    messageIds: ['leak'],
    level: 'unsupported',
    one: 'The {kind} {group} stands in {splits}: scores on the test set would be too good.',
    many: '{count} groups (study, series, clip, volume or session) stand in more than one split: scores on the test set would be too good.',
    lift: 'Put the whole {kind} {group} into one split.',
    liftMany: 'Put each of them into one split; `holdout split` keeps groups together.',
    why: optimism,
  },
  {
    check: 'leakage/duplicate',
    messageIds: ['bytes', 'pixels', 'listed'],
    level: 'unsupported',
    one: 'One picture stands in more than one split: scores on the test set would be too good.',
    many: '{count} pictures stand in more than one split: scores on the test set would be too good.',
    lift: 'Keep the picture in one split.',
    liftMany: 'Keep each of them in one split; `holdout split` keeps copies together.',
    why: optimism,
  },
  {
    check: 'composition/labelled',
    messageIds: ['none'],
    level: 'unsupported',
    one: 'No sample{target} is labelled.',
    lift: 'Label samples{target}, of as many subjects as you can get.',
    why: 'Without a label of the domain that the model will meet, nothing can be measured there.',
  },
  {
    check: 'labels/empty',
    messageIds: ['nearly-all'],
    level: 'unsupported',
    one: '{empty} of {masks|mask|masks} are empty: there is next to nothing to learn from.',
    lift: 'Find out where the labels were lost, and export the masks again.',
    why: 'Nine masks in ten without a class (the default of `labels/empty`) are mostly lost on export, not meant.',
  },
  {
    check: 'labels/palette',
    messageIds: ['swapped'],
    level: 'unsupported',
    minShare: mostMasks,
    one: 'Red and blue are exchanged in {count} of {all|mask|masks}: a training script reads other classes than were drawn.',
    lift: 'Write the masks as RGB, or declare the colours as they are.',
    why: brokenMasks,
  },
  {
    check: 'labels/palette',
    messageIds: ['alpha'],
    level: 'unsupported',
    minShare: mostMasks,
    one: '{count} of {all|mask|masks} hold their label in the alpha channel, which most programs drop: they read nothing.',
    lift: 'Write the labels as colours, without alpha.',
    why: brokenMasks,
  },
  {
    check: 'labels/palette',
    messageIds: ['picture'],
    level: 'unsupported',
    minShare: mostMasks,
    one: '{count} of {all|mask|masks} are pictures and no masks.',
    lift: 'Put the masks where the pictures are.',
    why: brokenMasks,
  },
  {
    check: 'labels/values',
    messageIds: ['shifted'],
    level: 'unsupported',
    minShare: mostMasks,
    one: 'The indices of {count} of {all|mask|masks} are off by one: each class is read as its neighbour.',
    lift: 'Count classes from 0 in the masks and in the config, or from 1 in both.',
    why: brokenMasks,
  },
  {
    check: 'labels/values',
    messageIds: ['picture'],
    level: 'unsupported',
    minShare: mostMasks,
    one: '{count} of {all|mask|masks} are pictures and no masks.',
    lift: 'Put the masks where the pictures are.',
    why: brokenMasks,
  },
  {
    check: 'subjects/count',
    messageIds: ['few'],
    level: 'unsupported',
    one: 'All {samples} {labelled}samples{target} come from {subjects|subject|subjects} (effective number {effective}): too few to learn from and to test on.',
    lift: 'Label samples of {missing|more subject|more subjects}{target}; more samples of the same ones help little.',
    why: 'Samples of one subject are not independent, and a score is known only as well as its subjects are many: with a deviation of 0.1 between subjects (El Jurdi and Colliot 2023, arXiv:2210.14677), a mean over two of them is known to ±0.9, over five to ±0.12.',
  },
  {
    check: 'composition/labelled',
    messageIds: ['few'],
    level: 'limited',
    one: 'Only {labelled} of {samples|image|images} ({share%}) are labelled images{target}.',
    lift: 'Label {missing|more image|more images}{target}, of new subjects first.',
    why: 'The case that holdout was made for: 3.9 % of the images were labelled and of the target domain, and a model that did well elsewhere failed there.',
  },
  {
    check: 'composition/labelled',
    messageIds: ['unlabelled-split'],
    level: 'limited',
    one: 'Nothing{target} in {split} is labelled.',
    many: '{count} splits hold nothing labelled.',
    lift: 'Label samples{target} in {split}, or move whole labelled subjects there.',
    liftMany: 'Label samples in each of them, or move whole labelled subjects there.',
    why: 'A split without labels of the target domain can neither train nor test for it.',
  },
  {
    check: 'domain/shift',
    messageIds: ['shifted'],
    level: 'limited',
    one: 'Compared with {first}, {second} {says}: what is learned on one need not hold on the other.',
    many: '{count} pairs of domains or splits differ: what is learned on one need not hold on the other.',
    lift: 'Bring gain, window and texture of {first} and {second} together, or label more of the one that the model will meet.',
    liftMany: 'Bring the domains together, or label more of the one that the model will meet.',
    why: 'A model need not work on images unlike those it learned from (Zech et al. 2018, doi:10.1371/journal.pmed.1002683); the levels are those of effect sizes (Cohen 1992, doi:10.1037/0033-2909.112.1.155).',
  },
  {
    check: 'domain/confound',
    messageIds: ['domain', 'site', 'size', 'format', 'bit-depth', 'channels', 'folder', 'name'],
    level: 'limited',
    one: '{name} can be told by its {fact} alone, in {accuracy%} of held-out {kind} (by chance {chance%}): a model may learn that in place of what the images show.',
    many: 'Classes can be told by {facts} alone: a model may learn that in place of what the images show.',
    lift: 'Add images of {name} that differ in it from those there are, or test on a source of its own.',
    liftMany: 'Add images of each class from each source, or test on a source of its own.',
    why: 'Models learn the shortcut where there is one (Geirhos et al. 2020, doi:10.1038/s42256-020-00257-z; DeGrave et al. 2021, doi:10.1038/s42256-021-00338-7).',
  },
  {
    check: 'labels/conflict',
    messageIds: ['mask', 'mask-classes', 'class'],
    level: 'limited',
    one: 'One picture has two labels: one of them is wrong.',
    many: '{count} pictures have two labels each: what is right there is not known, nor how far labels can be trusted elsewhere.',
    lift: 'Compare both labels, and keep the right one.',
    liftMany: 'Compare the labels of each, and keep the right one.',
    why: 'A picture that occurs twice is the one place where labels can be checked without an expert, and wrong labels in a test set can change which model looks best (Northcutt et al. 2021, arXiv:2103.14749).',
  },
  {
    check: 'leakage/scene',
    messageIds: ['scene'],
    level: 'limited',
    one: 'Two splits seem to show one scene: scores on the test set may be too good.',
    many: '{count} scenes seem to stand in more than one split: scores on the test set may be too good.',
    lift: 'Look at both pictures; where they show one scene, put them into one split.',
    liftMany: 'Look at them; what shows one scene belongs into one split.',
    why: optimism,
  },
  {
    check: 'subjects/identified',
    messageIds: ['none'],
    level: 'limited',
    one: 'No sample names its subject, so that leakage by subject cannot be judged.',
    lift: 'Say which subject each image comes from (`samples.columns.subject` or `samples.subject`).',
    why: 'What cannot be shown is not taken for granted.',
  },
  {
    check: 'subjects/identified',
    messageIds: ['some'],
    level: 'limited',
    one: '{unknown} of {samples|sample|samples} name no subject, so that leakage by subject cannot be ruled out for them.',
    lift: 'Fill in their subjects, or leave them out of the test set.',
    why: 'What cannot be shown is not taken for granted.',
  },
  {
    check: 'subjects/count',
    messageIds: ['few-in-split'],
    level: 'limited',
    one: 'The {split} split holds {subjects} {labelled}{subjects:subject|subjects}{target}, too few for a score that means much.',
    many: '{count} splits hold fewer subjects{target} than a score that means much needs.',
    lift: 'Move {missing|more subject|more subjects}{target} into {split}, or label as many.',
    liftMany: 'Label more subjects{target}, and divide them anew; `holdout split` proposes how.',
    why: 'A mean score over five subjects is known to ±0.12, over ten to ±0.07, where it deviates by 0.1 between subjects (El Jurdi and Colliot 2023, arXiv:2210.14677).',
  },
  {
    check: 'subjects/count',
    messageIds: ['dominant'],
    level: 'limited',
    one: 'One subject gives {share%} of the {labelled}samples{target}.',
    lift: 'Label samples of other subjects; more of {subject} do not help.',
    why: 'The mean over samples is then mostly that of one subject.',
  },
  {
    check: 'classes/coverage',
    messageIds: ['absent', 'absent-in'],
    level: 'limited',
    one: 'The class {name} is missing from a split or a domain.',
    many: '{count} times a class is missing from a split or a domain.',
    lift: 'Label samples there that show {name}, or leave the class out of the task.',
    liftMany: 'Label samples there that show these classes, or leave them out of the task.',
    why: 'What a split does not show is neither learned nor tested there.',
  },
  {
    check: 'classes/coverage',
    messageIds: ['few-in-test'],
    level: 'limited',
    one: 'The score of {name} would be that of {subjects|test subject|test subjects}.',
    many: 'The scores of {count} classes would be those of one or two test subjects.',
    lift: 'Move whole subjects that show {name} into the test split, or report no score for {name}.',
    liftMany: 'Move whole subjects that show these classes into the test split, or report no score for them.',
    why: 'Over two subjects, the 95 % interval of a mean is nine deviations wide to each side (Student 1908, doi:10.1093/biomet/6.1.1).',
  },
  {
    check: 'baseline/published',
    messageIds: ['low'],
    level: 'limited',
    one: 'Others reached {metric} {value}{on} ({citation}): do not expect much more of the same data.',
    many: '{count} published scores are low: do not expect much more of the same data.',
    lift: 'Find out what limited them: labels, images or subjects. A better model is the last thing to try.',
    why: 'Below 0.7 by Dice an overlap is not called good (Zijdenbos et al. 1994, doi:10.1109/42.363096).',
  },
];

/** What must have been judged: no evidence never supports. */
export const neededEvidence: readonly EvidenceRule[] = [
  {
    check: 'leakage/subject',
    text: 'Whether a subject stands in two splits was not judged: {reason}.',
    lift: 'Say which subject and which split each image belongs to, and leave `leakage/subject` on.',
    unless: ['subjects/identified'],
    why: 'Without subjects and splits, nothing says that a test score is one of new subjects.',
  },
  {
    check: 'composition/labelled',
    text: 'Whether enough is labelled was not judged: {reason}.',
    lift: 'Say under `labels` what the labels are, and leave `composition/labelled` on.',
    unless: [],
    why: 'Without labels there is nothing to learn from and to test on.',
  },
  {
    check: 'subjects/count',
    text: 'Whether there are enough subjects was not judged: {reason}.',
    lift: 'Say which subject each image comes from, and leave `subjects/count` on.',
    unless: ['subjects/identified', 'composition/labelled'],
    why: 'How well a score is known depends on the number of subjects.',
  },
];
