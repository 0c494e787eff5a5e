<?php

session_start();
echo $_SESSION['count'] = ($_SESSION['count'] ?? 0) + 1;
