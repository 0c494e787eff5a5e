<?php

return [
    'default' => env('FILESYSTEM_DISK', 'scans'),
    'disks' => [
        'local' => ['driver' => 'local', 'root' => storage_path('app/private')],
        'scans' => ['driver' => 'local', 'root' => public_path('scans'), 'throw' => true],
        'backup' => ['driver' => 's3', 'root' => env('BACKUP_ROOT')],
    ],
];
