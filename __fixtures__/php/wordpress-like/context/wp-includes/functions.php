<?php

function wp_upload_dir(): string
{
    return dirname(__DIR__) . '/wp-content/uploads';
}

function wp_can_upload(): bool
{
    return file_put_contents(wp_upload_dir() . '/probe.txt', 'x') !== false;
}
