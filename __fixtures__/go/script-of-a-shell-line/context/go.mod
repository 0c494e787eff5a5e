module example.com/grader

go 1.22
