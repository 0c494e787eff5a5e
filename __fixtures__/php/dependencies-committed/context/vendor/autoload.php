<?php

spl_autoload_register(function (string $class): void {
    $file = __DIR__ . '/../' . strtr($class, ['Site\\' => 'src/', 'Acme\\Greeter\\' => 'packages/greeter/src/', '\\' => '/']) . '.php';
    is_file($file) and require $file;
});
