/** India, China, Russia, Germany, France, Spain, the United States; Portugal; Britain. */
export const POSTCODE =
  /(?<!\d)\d{5,6}(?!\d)|(?<!\d)\d{3} \d{3}(?!\d)|(?<!\d)\d{4}-\d{3}(?!\d)|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/u;
