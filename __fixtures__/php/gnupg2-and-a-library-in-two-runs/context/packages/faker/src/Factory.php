<?php

namespace Faker;

final class Factory
{
    public static function create(): self
    {
        return new self();
    }

    public function name(): string
    {
        return 'Ada';
    }
}
