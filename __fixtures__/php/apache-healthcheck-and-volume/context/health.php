<?php

file_put_contents(__DIR__ . '/uploads/health.txt', 'x') === 1 or exit(http_response_code(500));
echo "ok\n";
