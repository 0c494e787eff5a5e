<?php
echo shell_exec('jq --version');
