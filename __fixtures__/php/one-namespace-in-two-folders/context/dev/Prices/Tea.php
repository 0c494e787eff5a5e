<?php

namespace Acme\Prices;

final class Tea
{
    public const CENTS = 350;
}
