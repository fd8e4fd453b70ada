"""Secure connections go to the checked IP address and ask for the certificate of the name."""

import http.server
import ssl
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from own_site import LOOPBACK

from communique.source.web import Answer, Asked, Manners, Web, World

HOST = "news.example"


class Home(http.server.BaseHTTPRequestHandler):
    """One page."""

    def do_GET(self) -> None:
        body = f"The ministers met, says {self.headers['Host'].partition(':')[0]}.".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        while self.path != "/robots.txt" and self.server.drips and not self.server.closing.wait(0.05):
            self.wfile.write(b".")
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class Server(http.server.ThreadingHTTPServer):
    """Notes the names that are asked for in the greeting."""

    daemon_threads = True
    names: list[str]
    drips = False
    closing = threading.Event()

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever hangs up in the greeting may."""


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("certificate")
    key, file = folder / "key.pem", folder / "certificate.pem"
    asked = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    asked += ["-days", "2", "-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"]
    try:
        subprocess.run([*asked, "-keyout", key, "-out", file], check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("there is no openssl here to make a certificate with")
    return key, file


@pytest.fixture
def server(certificate: tuple[Path, Path]) -> Iterator[Server]:
    key, file = certificate
    made = Server(("127.0.0.1", 0), Home)
    made.names, made.closing = [], threading.Event()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file, key)
    context.sni_callback = lambda _sock, name, _context: made.names.append(name)
    made.socket = context.wrap_socket(made.socket, server_side=True)
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield made
    made.closing.set()
    made.shutdown()
    made.server_close()
    thread.join()


def asked(server: Server, host: str, trust: ssl.SSLContext | None, seconds: float = 5) -> Answer:
    manners = Manners(private=LOOPBACK, gap=0, seconds=seconds)
    world = World(sleep=lambda _: None, resolve=lambda *_: ["127.0.0.1"], trust=trust)
    return Web(manners, world).ask(Asked(f"https://{host}:{server.server_address[1]}/"))


def test_the_name_is_asked_for_and_its_certificate_checked(
    server: Server, certificate: tuple[Path, Path]
) -> None:
    answer = asked(server, HOST, ssl.create_default_context(cafile=certificate[1]))
    assert answer.page is not None
    assert answer.page.body == b"The ministers met, says news.example."
    assert set(server.names) == {HOST}


def test_a_certificate_of_another_name_is_refused(server: Server, certificate: tuple[Path, Path]) -> None:
    answer = asked(server, "other.example", ssl.create_default_context(cafile=certificate[1]))
    assert (answer.status, answer.page) == ("failed", None)
    assert answer.reason.startswith("its certificate is not to be trusted (Hostname mismatch")


def test_a_certificate_that_nobody_vouches_for_is_refused(server: Server) -> None:
    answer = asked(server, HOST, None)
    assert (answer.status, answer.page) == ("failed", None)
    assert answer.reason.startswith("its certificate is not to be trusted (self")


def test_a_certificate_of_ones_own_is_trusted_by_naming_it(
    server: Server, certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[1]))
    assert asked(server, HOST, None).status == "new"


def test_a_page_that_drips_over_a_secure_connection_is_given_up(
    server: Server, certificate: tuple[Path, Path]
) -> None:
    server.drips = True
    answer = asked(server, HOST, ssl.create_default_context(cafile=certificate[1]), seconds=0.5)
    assert (answer.status, answer.reason) == ("later", "took longer than 0.5 s: try again later")
