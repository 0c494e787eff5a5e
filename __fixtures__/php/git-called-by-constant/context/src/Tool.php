<?php

namespace Site;

final class Tool
{
    private const PROGRAM = 'git';

    /** @return list<string> */
    public static function authors(string $folder): array
    {
        $command = self::PROGRAM . " -C {$folder} log --format=%an";
        exec("{$command} | sort -u", $lines);
        return $lines;
    }
}
