<?php

namespace Posters;

use Spatie\Browsershot\Browsershot;

final class Printer
{
    public static function print(string $page, string $file): void
    {
        Browsershot::url($page)->save($file);
    }
}
