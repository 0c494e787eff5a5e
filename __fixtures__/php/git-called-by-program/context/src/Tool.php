<?php

namespace Site;

final class Tool
{
    public static function revision(string $folder): string
    {
        return trim((string) shell_exec('git -C ' . escapeshellarg($folder) . ' rev-parse HEAD'));
    }
}
