// node validate.mjs FOLDER: checks manifest.json and en.json of an unpacked app package against the schemas that Microsoft publishes.
// Prints every fault, a line each; nothing where there is none.
import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';

const [folder] = process.argv.slice(2);
const read = file => JSON.parse(fs.readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
const manifest = read(path.join(folder, 'manifest.json'));
const schemas = path.join(import.meta.dirname, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams', `v${manifest.manifestVersion}`);

// Patterns of the localization schema are no Unicode patterns.
const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
for (const [name, content, schema] of [
  ['manifest.json', manifest, 'MicrosoftTeams.schema.json'],
  ...manifest.localizationInfo.additionalLanguages.map(({ file }) => [file, read(path.join(folder, file)), 'MicrosoftTeams.Localization.schema.json']),
]) {
  const validate = ajv.compile(read(path.join(schemas, schema)));
  if (!validate(content))
    for (const error of validate.errors)
      console.log(`${name}${error.instancePath}: ${error.message}`);
}
