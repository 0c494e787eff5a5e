<?php

$archive = new ZipArchive();
while (true) {
    echo $archive->getStatusString(), "\n";
    sleep(5);
}
