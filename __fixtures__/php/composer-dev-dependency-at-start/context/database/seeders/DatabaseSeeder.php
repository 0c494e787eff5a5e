<?php

namespace Database\Seeders;

use Faker\Factory;
use Illuminate\Foundation\Application;

final class DatabaseSeeder
{
    public function run(Application $app): void
    {
        $app->log('First customer: ' . Factory::create()->name());
    }
}
