<?php

namespace Desk;

class Page
{
    public function title(): string
    {
        return 'desk';
    }
}
