<?php

namespace App\Models;

final class Product
{
    public static function title(string $id): string
    {
        return "Product $id";
    }
}
