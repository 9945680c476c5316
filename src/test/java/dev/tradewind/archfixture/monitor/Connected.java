package dev.tradewind.archfixture.monitor;

import com.sun.net.httpserver.HttpServer;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.sql.Connection;
import org.jooq.DSLContext;
import picocli.CommandLine;

abstract class Connected {

    abstract HttpClient client();

    abstract HttpServer server();

    abstract ServerSocket socket();

    abstract Connection jdbc();

    abstract DSLContext jooq();

    abstract CommandLine commandLine();
}
