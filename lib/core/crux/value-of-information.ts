import { binaryEntropy, klDivergence } from './information';
import type { JointBelief } from './joint-belief';

/** What learning about the crux is worth to one person, in bits from 0 to H(P(U)): `VoI_log` of `voivod` (McCaslin et al. 2024), there in log10. */
export const valueOfInformation = ({ target, crux, ifTrue, ifFalse }: JointBelief): number =>
  crux * klDivergence(ifTrue, target) + (1 - crux) * klDivergence(ifFalse, target);

/** The same as a share of the most that could be learnt about the target, 0 to 1. */
export const informationShare = (belief: JointBelief): number =>
  Math.max(0, Math.min(1, valueOfInformation(belief) / binaryEntropy(belief.target)));

/** For readers who distrust logarithms: how far P(U) is expected to move, 0 to 0.5 (`VoI_naive` of `voivod`). */
export const expectedShift = ({ target, crux, ifTrue, ifFalse }: JointBelief): number =>
  crux * Math.abs(ifTrue - target) + (1 - crux) * Math.abs(ifFalse - target);

/** How far apart the two worlds lie for this person, 0 to 1: |P(U|C) − P(U|¬C)|. */
export const swing = ({ ifTrue, ifFalse }: JointBelief): number => Math.abs(ifTrue - ifFalse);
