import { expect, test } from 'vitest'
import { commandOf } from '../../src/transform.ts'
import { writesBeside } from '../../transforms/php/frameworks/console-writes.ts'
import { memoryProject } from '../memory-project.ts'

const project = memoryProject({
  'app/Console/Commands/CountShelf.php': "<?php\nprotected $signature = 'shelf:count {--all}';\n",
  'src/Command/Import.php': '<?php\n#[AsCommand(name: "shop:import")]\n',
  'vendor/a/b/Publish.php': "<?php\nprotected $signature = 'b:publish';\n",
})
const isSaid = (line: string) => writesBeside(commandOf(line.split(' '), '/app'), project)

test.each([
  'php artisan storage:link',
  './artisan key:generate --force',
  'php -d memory_limit=-1 /app/artisan vendor:publish --all',
  'php artisan octane:start --server=roadrunner',
  'php artisan b:publish',
  'php bin/console assets:install public',
  'php bin/console --env=prod lexik:jwt:generate-keypair',
  'bin/console -e prod asset-map:compile',
  'php spark key:generate',
])('%s writes beside what the framework serves from', (line) => {
  expect(isSaid(line)).toBe(true)
})

test.each([
  'php artisan serve --host=0.0.0.0',
  'php artisan migrate --force',
  'php artisan optimize',
  'php artisan package:discover',
  'php artisan passport:keys',
  'php artisan queue:work --tries=3',
  'php artisan octane:start --server=swoole',
  'php artisan key:generate --show',
  'php artisan',
  'php artisan shelf:count',
  'php bin/console cache:clear --env=prod',
  'php bin/console doctrine:migrations:migrate -n',
  'php bin/console messenger:consume async',
  'php bin/console shop:import',
  'php spark serve',
  'php yii migrate',
  'php server.php',
  'node artisan.js storage:link',
])('%s does not', (line) => {
  expect(isSaid(line)).toBe(false)
})

test('a command that only the container knows may write anything', () => {
  expect(writesBeside(commandOf(['php', 'artisan', undefined], '/app'), project)).toBe(true)
})
