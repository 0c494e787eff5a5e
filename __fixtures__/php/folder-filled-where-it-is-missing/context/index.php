<?php
$data = __DIR__ . '/data';
if (!is_dir($data)) {
    mkdir($data);
    file_put_contents("$data/users.json", '[]');
}
header('Content-Type: application/json');
readfile("$data/users.json");
