/** Of the product's own verifier, as runs name who judged. */
export const VERIFIER_NAME = 'the product’s own verifier';
