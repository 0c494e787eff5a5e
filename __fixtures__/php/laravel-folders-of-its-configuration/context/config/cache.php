<?php

return [
    'default' => 'file',
    'stores' => [
        'file' => ['driver' => 'file', 'path' => env('CACHE_FOLDER', base_path('drawers')), 'lock_path' => null],
    ],
];
