<link rel="stylesheet" href="/css/main.css"><link rel="stylesheet" href="/print.css" media="print">
<?= "pages" ?>
