import type { Organisation } from '#domain/organisation.ts';
import { organisationSchema } from './organisation-schema.ts';
import { readYamlFile } from './read-yaml-file.ts';

/** What stands in `organisation.yaml`; where there is no file, nobody has said anything. Throws `YamlFileProblem`. */
export async function readOrganisation(file: string): Promise<Organisation> {
  return (await readYamlFile(file, organisationSchema)) ?? organisationSchema.parse({ name: 'This organisation' });
}
