<?php

namespace Site;

final class Tool
{
    public static function thumbnail(string $video, string $picture): void
    {
        exec('ffmpeg -y -i ' . escapeshellarg($video) . ' -frames:v 1 ' . escapeshellarg($picture));
    }
}
