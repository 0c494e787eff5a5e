use std::fs;
use std::io::Write;
use std::net::TcpListener;

fn main() {
    let page = fs::read_to_string("pages/index.html").unwrap();
    for stream in TcpListener::bind("0.0.0.0:8080").unwrap().incoming() {
        let answer = format!(
            "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{}",
            page.len(),
            page
        );
        stream.unwrap().write_all(answer.as_bytes()).unwrap();
    }
}
