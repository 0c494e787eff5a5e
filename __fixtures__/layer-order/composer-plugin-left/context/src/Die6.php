<?php
namespace Dice;

class Die6
{
    public static function faces(): string
    {
        return trim(file_get_contents(__DIR__ . "/../public/faces.txt"));
    }
}
