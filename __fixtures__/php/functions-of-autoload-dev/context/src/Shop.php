<?php

namespace Acme;

final class Shop
{
    public const TEA = 350;
}
