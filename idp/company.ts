/** The company of the story: made up, and not AWS. */
export const company = 'Almadía'
