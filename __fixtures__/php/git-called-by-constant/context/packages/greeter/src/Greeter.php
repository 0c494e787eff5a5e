<?php

namespace Acme\Greeter;

final class Greeter
{
    public function greet(string $name): string
    {
        return "Hello $name";
    }
}
