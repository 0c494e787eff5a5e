<?php
echo file_get_contents(__DIR__ . '/../templates/' . basename($_GET['page']) . '.html');
