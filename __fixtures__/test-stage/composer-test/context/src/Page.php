<?php

namespace App;

final class Page
{
    public function text(): string
    {
        return 'hello';
    }
}
