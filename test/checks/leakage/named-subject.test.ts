import { expect, it } from 'vitest';
import { readNamedSubject } from '../../../src/checks/leakage/named-subject.ts';

it.each([
  ['scans/Patient_007/x.png', 'patient 7'],
  ['sub-03_ses-1.png', 'sub 3'],
  ['case12.png', 'case 12'],
  ['a/mouse 0/b.png', 'mouse 0'],
  ['report-p23-fig1.png', undefined],
  ['P07_001.png', undefined],
  ['showcase12.png', undefined],
  ['subway12.png', undefined],
  ['patient.png', undefined],
  ['case123456789.png', undefined],
])('reads %j as %j', (path, subject) => expect(readNamedSubject(path)).toBe(subject));
